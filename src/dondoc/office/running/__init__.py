"""What runs beside the web server, and what is made ready before it starts."""

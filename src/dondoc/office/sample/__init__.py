"""The sample province, tỉnh Thuận Giang: invented agencies, indicators and documents that hang together."""

"""What a province decides for itself: days of warning, who grants more time, days off."""

"""What the portal does for advice that somebody keeps, until the UN has answered."""

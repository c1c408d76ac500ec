"""The depositary's own list of participants in a treaty, as the UN Treaty Collection offers it in XML."""

"""Tables as files and back: for editors who work in a spreadsheet, and to commit facts to the repository."""

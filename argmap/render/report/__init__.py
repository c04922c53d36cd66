"""What a report holds: each section has a module here that gathers it, and a template that lays it out."""

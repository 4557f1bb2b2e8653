"""Parents whom no mail reaches, for the office: it asks them for another address."""

"""Getting in: invitations, letters, codes, devices."""

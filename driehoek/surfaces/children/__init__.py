"""A page per child; for staff, the group and its pupils."""

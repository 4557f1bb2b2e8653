"""The pages about photos: for families, and for the colleague who repairs."""

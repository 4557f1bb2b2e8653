"""Commands of the nightly job."""

"""The sections of the policy, by what they are about; policy.py puts them together."""

"""The vocabulary of the policy: small rules, by what they are about."""

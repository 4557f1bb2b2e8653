"""Own language at work: words of a school, translating by hand, who helps, and asking for an interpreter."""

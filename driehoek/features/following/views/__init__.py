"""The pages about looking along: what is agreed, who sees what, and what school opens."""

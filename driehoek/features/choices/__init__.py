"""How somebody hears of school: her own choices, and what her school decided for all."""

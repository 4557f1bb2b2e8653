"""Two questions a term: how parents and students think it goes, without anybody knowing who said what."""

"""A supervisor's side: signs packs and puts them where agents fetch them."""

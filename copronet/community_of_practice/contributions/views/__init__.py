"""Pages about giving: one's own, one gift, the fee, invoices, the books, and what everybody may see."""

"""Soát số liệu: a draft is dropped in, its slips are shown, the commented copy is handed back; nothing is kept."""

"""Settings, addresses and the doors to web servers. Everything here is wiring; nothing here decides."""

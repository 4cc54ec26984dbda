"""The phone on the screen: what Qt shows, asks and listens to; decides and keeps nothing."""

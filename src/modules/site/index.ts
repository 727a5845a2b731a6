// Other rooms meet this one in the manifest: purposes of collections, the gate of consent, emergencies, panels.
export {}

// Swift has no word for a processor's prefetch. It is a hint: an address that is not mapped does no harm.
static inline void triptych_prefetch(const void *address) { __builtin_prefetch(address, 0, 3); }

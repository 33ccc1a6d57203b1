// What a processor does and Swift has no word for.

// Has the memory at an address fetched. A hint: an address that is not mapped does no harm.
static inline void triptych_prefetch(const void *address) { __builtin_prefetch(address, 0, 3); }

typedef unsigned char triptych_bytes __attribute__((vector_size(16)));
typedef _Bool triptych_bits __attribute__((ext_vector_type(16)));

// The high bit of each of 16 bytes, the first byte's lowest.
static inline unsigned short triptych_high_bits(triptych_bytes bytes) {
  triptych_bits high = __builtin_convertvector(bytes >= 0x80, triptych_bits);
  unsigned short bits;
  __builtin_memcpy(&bits, &high, sizeof bits);
  return bits;
}

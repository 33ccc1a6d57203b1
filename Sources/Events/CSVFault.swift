/// Why a CSV record cannot be read.
enum CSVFault: UInt8, Error {
  case strayQuote, textAfterQuote, unclosedQuote, tooFewFields, tooManyFields, invalidUTF8, tooLong
}

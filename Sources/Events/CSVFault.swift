/// Why a CSV record cannot be read.
enum CSVFault: UInt8, Error {
  case textAfterQuote, unclosedQuote, tooFewFields, tooManyFields, invalidUTF8, tooLong
}

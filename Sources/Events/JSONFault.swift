/// Why a line is no JSON object.
enum JSONFault: UInt8, Error {
  case unexpectedCharacter, unexpectedEnd, controlCharacter, unknownEscape, malformedNumber, tooDeep, trailing
  case invalidUTF8, notAnObject, tooLong
}

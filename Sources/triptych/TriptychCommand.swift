import ArgumentParser

/// The command line's root: one file a command.
@main
struct TriptychCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "triptych",
    abstract:
      "From exported customer-service data to Conversations, AI Sessions and Contacts, and a site that shows them.",
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, GroupCommand.self, SQLCommand.self, CheckCommand.self, NewCommand.self, DemoCommand.self,
      RedactCommand.self, ForgetCommand.self, SnapshotCommand.self, VerifyCommand.self,
    ])
}

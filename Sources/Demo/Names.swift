/// Names of invented people, from many places.
enum Names {
  static let given = words(
    """
    Aaliyah Abel Adriana Ahmed Aiko Alejandro Amara Amit Ana Andrei Anneke Arjun Astrid Ayumi Beatriz Bilal Bronwyn
    Caleb Camille Carlos Chiara Chinedu Clara Dalia Daniel Deepa Diego Dmitri Edith Elif Emeka Emily Esperanza Farah
    Fatima Felix Freya Gabriel Grace Hana Hannah Hassan Heidi Hiroshi Ibrahim Ingrid Isaac Ivana Jamal Javier Jin
    Joanna Kwame Lars Laura Leila Liam Linh Lucia Malik Marek María Mei Miriam Mohammed Nadia Naomi Ngozi Nia Oliver
    Omar Oskar Paulo Petra Priya Rafael Renée Ruth Samira Sanjay Sean Sofía Svetlana Tariq Thandiwe Thomas Tomás Uma
    Valentina Victor Wanjiru Wei Xiomara Yara Yusuf Zainab Zoë Zuzanna
    """)

  static let family = words(
    """
    Abara Abdi Achterberg Adler Aguilar Ahmadi Almeida Amsel Andersson Arslan Asante Aydın Baptiste Barros Bauer Begum
    Bekele Bergström Bianchi Blackwood Bouchard Boateng Brandt Brennan Cabrera Calloway Castro Chaudhry Chen Choi
    Cohen Costa Czerny Dahl Delacroix Demir Diallo Dimitrov Doyle Duarte Dvořák Eze Farkas Fernandes Fischer Fitzgerald
    Fofanah Fontaine Fraser Fujimoto Gallagher García Ghosh Gonçalves Greene Gupta Haddad Halvorsen Hamid Hartmann
    Hashimoto Hernández Horvat Huang Hussein Ibarra Ionescu Iyer Jankowski Janssen Jensen Kamau Kapoor Karlsson Kaya
    Khan Kim Kimura Kovač Kowalski Kruger Kuznetsova Lam Larsen Leblanc Lehtonen Levi Lopes MacLeod Mahlangu Malik
    Marchetti Martín Mbeki Mehta Mendoza Mensah Moreau Morales Mwangi Müller Nakagawa Nair Ng Nguyen Nielsen Njoroge
    Novotná O'Connell O'Hara Obi Okoye Olawale Ortega Osei Papadakis Patel Pereira Petrović Pham Popescu Quispe Rahman
    Ramos Reyes Ricci Rossi Saito Salazar Santana Schmidt Sharma Silva Singh Sokolov Sørensen Suzuki Takahashi Tanaka
    Tran Traoré Ünal Vargas Vasquez Virtanen Vogel Wang Whitfield Wójcik Yamamoto Yeboah Yılmaz Zapata Zhang Zimmermann
    """)

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
  }
}

extension Names {
  /// The letters of a name that may stand in a mail address: `Aydın` gives `aydn`.
  static func addressPart(_ name: String) -> String {
    String(decoding: name.lowercased().utf8.filter { (0x61...0x7A).contains($0) }, as: UTF8.self)
  }
}

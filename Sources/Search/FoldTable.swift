/// What letters with accents and letters of other shapes become: each line a folded text, a space, and the letters in
/// lower case that stand for it. From the Unicode character database: compatibility decomposition without the
/// combining marks U+0300–U+036F, of the blocks U+00A0–U+052F and U+1E00–U+1FFF; and ß, æ, œ, ø, ł, ı, đ, ð, þ, ħ, ŧ, ŀ and
/// ς, which do not decompose, as people type them who lack the key.
enum FoldTable {
  static let lines = """
    1 ¹
    2 ²
    3 ³
    a ªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ
    ae æǣǽ
    aʾ ẚ
    b ḃḅḇ
    c çćĉċčḉ
    d ðďđḋḍḏḑḓ
    dz ǆǳ
    e èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ
    f ḟ
    g ĝğġģǧǵḡ
    h ĥħȟʰḣḥḧḩḫẖ
    i ìíîïĩīĭįİıǐȉȋḭḯỉị
    ij ĳ
    j ĵǰʲ
    k ķǩḱḳḵ
    l ĺļľŀłˡḷḹḻḽ
    lj ǉ
    m ḿṁṃ
    n ñńņňǹṅṇṉṋ
    nj ǌ
    o ºòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ
    oe œ
    p ṕṗ
    r ŕŗřȑȓʳṙṛṝṟ
    s śŝşšſșˢṡṣṥṧṩẛ
    ss ß
    t ţťŧțṫṭṯṱẗ
    th þ
    u ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự
    v ṽṿ
    w ŵʷẁẃẅẇẉẘ
    x ˣẋẍ
    y ýÿŷȳʸẏẙỳỵỷỹ
    z źżžẑẓẕ
    ɣ ˠ
    ɦ ʱ
    ɹ ʴ
    ɻ ʵ
    ʁ ʶ
    ʒ ǯ
    ʕ ˤ
    ʹ ʹ
    ʼn ŉ
    α άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ
    β ϐ
    ε έϵἐἑἒἓἔἕὲέ
    η ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ
    θ ϑ
    ι ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ
    κ ϰ
    μ µ
    ο όὀὁὂὃὄὅὸό
    π ϖ
    ρ ϱῤῥ
    σ ςϲ
    υ ΰϋύϒϓϔὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ
    φ ϕ
    ω ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ
    а ӑӓ
    г ѓ
    е ѐёӗ
    ж ӂӝ
    з ӟ
    и йѝӣӥ
    к ќ
    о ӧ
    у ўӯӱӳ
    ч ӵ
    ы ӹ
    э ӭ
    і ї
    ѵ ѷ
    ә ӛ
    ө ӫ
    """
}

namespace Builder.Datasets.Text;

/// <summary>The letters beyond a to z of languages, small ones, the more frequent first, by which the bytes of old encodings are told apart.</summary>
internal static class Alphabets
{
    private static readonly string[] s_western =
    [
        "üäöß", "éèàçêâîôûëïùœæ", "áéíóúñü", "ãçéáíóêõúâàô", "àèéìòù", "öäåé", "øåæéö", "ëïéèóüö", "áéíóúýþæöð", "àéèíòóúïüç", "õäöüšž",
    ];

    private static readonly string[] s_central = ["óąęłżśćńź", "íáéřžěýčšůúťňďó", "éáöóőüíúű", "ăîâşţ", "šćčžđ", "áíúýčšžéťľôňäďóĺŕ", "üäöß"];

    private static readonly string[] s_cyrillic =
    [
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", "оанівиертсклумдпязьбгчйхжїцшюєщфґ", "аиоенрстуквдјпмлгзбчшжхцњљђћџф", "аиоентсрвлкдпмузягбъчщшхжцйюьф",
    ];

    private static readonly string[] s_greek = ["αοιετσνηυρπκμλςωδγθχάόίέήφώβξύζψϊϋΐΰ"];

    /// <summary>The alphabets of the languages that are written in an encoding of one byte a character; empty for others.</summary>
    public static IReadOnlyList<string> Of(string encoding) => encoding switch
    {
        TextEncoding.Windows1252 or "x-mac-roman" or "ibm850" or "iso-8859-15" => s_western,
        "windows-1250" or "iso-8859-2" or "ibm852" => s_central,
        "windows-1251" or "koi8-r" or "koi8-u" or "iso-8859-5" or "ibm866" or "x-mac-cyrillic" => s_cyrillic,
        "windows-1253" or "iso-8859-7" => s_greek,
        "windows-1254" => ["ıİşüöğçâî"],
        "windows-1255" => ["יוהלאברתשמנכדספעחקגזטצםןץףך"],
        "windows-1256" => ["اليمونتربةعدسفهكقحجشطصخأضىذئثظغإزآءؤپچژگی"],
        "windows-1257" => ["ėšųžįūčąę", "āīēšūņļžģķč", "õäöü"],
        "windows-1258" => ["ăâđêôơưáàéíóú\u0300\u0301\u0303\u0309\u0323"],
        "windows-874" => ["านรอกเงมยลวดทสตะปบคหแจพชขใไโผฉธถฟซภศณญ่้ิีึืุูำ็์ัๆ"],
        _ => [],
    };

    /// <summary>Frequent Chinese characters, simplified and traditional, with those that short columns are made of.</summary>
    public const string Hanzi =
        "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴卖买价格男否姓编号类型状态" +
        "這來國個說們為時過學對裡後麼沒還發當無開見經頭從動兩長樣現將與進實點種聲話問給業間電門東聽氣關並產萬體處總場師書員華報張難數應車許覺統題請愛讓認論義結資隊帶條變聯權該領傳紅決達運強轉眾輕語滿寫識極黃臉錢黨設雙歷單據導網專誰讀觀爭組視濟離雖壞興賣買價號類態臺灣縣區";

    /// <summary>Frequent syllables of Korean.</summary>
    public const string Hangul =
        "이다는에의을가고하를지은로사도기한자리시서어나대인아일부그정스해수라성들보주제전구과있소장동원상조비화신유면여만국선경계안공우무연김박서울산광천세진영민현용호재명남녀역류높낮음름결값매금학교회생물건강문발방분반복점종중직차체초출통품행형환후모미래요오위율마말바백번별";

    /// <summary>Signs that stand beside words and numbers in texts of all languages.</summary>
    public const string Signs = "€£¥°²³½¼¾§©®™µ±×·•…–—‘’“”„‚«»‹›¿¡ºª¹№†‰¢\u00A0";
}

import JSONText

/// The codes under which countries and languages stand in the authority tables of the Publications
/// Office: each line holds codes of two letters with those of three behind them, of ISO 3166-1 and
/// of ISO 639.
enum EuropassCodes {
    /// The code of three letters for a country of two or three; nil where it is no country.
    static func country(_ text: String) -> String? {
        let code = upper(text)
        if code.utf8.count == 2 { return countries[Text(code)] }
        return code.utf8.count == 3 && known.contains(Text(code)) ? code : nil
    }

    /// The code of two letters for a country of three.
    static func shortCountry(_ code: String) -> String? {
        countries.first { $0.value.isSame(as: code) }?.key.string
    }

    /// The code of three letters for the language that a tag begins with.
    static func language(_ tag: String) -> String? {
        let main = tag.utf8.prefix { $0 != UInt8(ascii: "-") }
        guard let text = String(main) else { return nil }
        return languages[Text(upper(text))]
    }

    private static func upper(_ text: String) -> String {
        String(
            decoding: text.utf8.map { $0 &- 0x61 < 26 ? $0 & 0xDF : $0 }, as: UTF8.self)
    }

    private static let known = Set(countries.values.map { Text($0) })

    private static func read(_ table: String) -> [Text: String] {
        var codes: [Text: String] = [:]
        for word in table.split(whereSeparator: \.isWhitespace) where word.utf8.count == 5 {
            codes[Text(upper(String(word.prefix(2))))] = String(word.dropFirst(2))
        }
        return codes
    }

    private static let countries = read(
        """
        ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW
        AXALA AZAZE BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN
        BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG
        CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE
        DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN
        FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL
        GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV
        HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM
        JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO
        LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE
        MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS
        MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL
        NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI
        PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN
        SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV
        SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON
        TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN
        VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE
        """)

    private static let languages = read(
        """
        aaAAR abABK aeAVE afAFR akAKA amAMH anARG arARA asASM avAVA ayAYM azAZE baBAK beBEL
        bgBUL biBIS bmBAM bnBEN boBOD brBRE bsBOS caCAT ceCHE chCHA coCOS crCRE csCES cuCHU
        cvCHV cyCYM daDAN deDEU dvDIV dzDZO eeEWE elELL enENG eoEPO esSPA etEST euEUS faFAS
        ffFUL fiFIN fjFIJ foFAO frFRA fyFRY gaGLE gdGLA glGLG gnGRN guGUJ gvGLV haHAU heHEB
        hiHIN hoHMO hrHRV htHAT huHUN hyHYE hzHER iaINA idIND ieILE igIBO iiIII ikIPK ioIDO
        isISL itITA iuIKU jaJPN jvJAV kaKAT kgKON kiKIK kjKUA kkKAZ klKAL kmKHM knKAN koKOR
        krKAU ksKAS kuKUR kvKOM kwCOR kyKIR laLAT lbLTZ lgLUG liLIM lnLIN loLAO ltLIT luLUB
        lvLAV mgMLG mhMAH miMRI mkMKD mlMAL mnMON mrMAR msMSA mtMLT myMYA naNAU nbNOB ndNDE
        neNEP ngNDO nlNLD nnNNO noNOR nrNBL nvNAV nyNYA ocOCI ojOJI omORM orORI osOSS paPAN
        piPLI plPOL psPUS ptPOR quQUE rmROH rnRUN roRON ruRUS rwKIN saSAN scSRD sdSND seSME
        sgSAG shHBS siSIN skSLK slSLV smSMO snSNA soSOM sqSQI srSRP ssSSW stSOT suSUN svSWE
        swSWA taTAM teTEL tgTGK thTHA tiTIR tkTUK tlTGL tnTSN toTON trTUR tsTSO ttTAT twTWI
        tyTAH ugUIG ukUKR urURD uzUZB veVEN viVIE voVOL waWLN woWOL xhXHO yiYID yoYOR zaZHA
        zhZHO zuZUL
        """)
}

/** First names that many bear: taken out wherever they stand, also small and unannounced. None of them is a word of every day. */
export const givenNames: readonly string[] = `
  abdul achmad agus ahmad andika andri anita anton ardi arief aris asep astuti bambang basuki bayu budi budiman cecep dadang
  danang darmawan dedi deni desi devi diana didik dimas dodi dwi eko endang erna evi fatimah febri ferdi firman
  fitri galih ginanjar guntur gunawan hadi halimah handoko hani haryanto hasan hendra hendro heri herman heru husein ibrahim
  iqbal ilham imam indra irfan irma ismail iwan jaka joko jumadi kartini khadijah krisna kurnia kusuma laras lilis lukman
  lusi maman mardi mariam marni maryam megawati mulyadi mulyono muhammad mohamad nadia nanang nining ningsih novi nugroho
  nurhayati nurul pardi paijo parjo pratama puji purwanto putri rahayu rahmawati rama ratna reni retno ridwan rina rini rizal
  rizki robert rohmat rosita rudi rukmini rusdi ruslan samsul santi santoso sardi sari sarwono setiawan sigit siti
  slamet sri sucipto sudarmo sugiarto sugeng suharti sukarno sulastri sumarni sunarto supardi suparman supriyadi suryani
  susanti susilo sutrisno suwarni suyanto tarno taufik tono tri triyono tugiman tukiman tuti udin umar wahyu
  wahyuni wati wawan widodo wijaya winarno wiwik yanti yanto yulia yuli yuni yusuf zaenal zainal zulkifli
`
  .split(/\s+/)
  .filter(Boolean);

/** First names that are words of every day as well: taken out where a capital inside a sentence shows that a person is meant. */
export const everydayNames: ReadonlySet<string> = new Set(
  `agung bagus indah untung teguh bintang mega murni prima subur setia jujur sabar tenang cahya citra cinta dewi fajar harum
  intan jaya karya kasih lestari melati mulya permata putra ratu rejeki satria sehat sejati senang surya tulus utama yakin`.split(
    /\s+/,
  ),
);

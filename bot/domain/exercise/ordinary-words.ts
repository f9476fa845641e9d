/** Words of every day and of the office, which tell of nobody; names that are also such words stand in none of these lines. */
const table = `
  abu acak acara ada adalah adanya adaptif adegan adik adil admin adminduk administrasi agak agama agar agustus
  aia air airnya aja ak akan akhir akhirnya akibat akses akta akte aktif aktivasi aku akun akuntabel alamat
  alamatnya alasan alasannya alat alihkan almarhum almarhumah aman ambil ambilkan ambruk ambulans anak anaknya
  anda anggaran anggarannya anggota anggotanya angin angka angkanya angkot angkut anjing anonim antara antaranya
  antre antrean antri antrian apa apakah aplikasi aplikasinya apply april arsip arti artinya asal asalnya asap
  asli aslinya asn aspal aspirasi atas atasan atasannya atau aturan awal ayam ayat ayunan baca badan bagaimana
  bagi bagian bahan bahasa bahasanya bahaya bahwa baik bak bakti balai balas balik balita balubang banda banding
  bandingkan bangih bangjo bangku bangunan banjir bansos bantu bantuan bantuannya banyak banyaknya banyu bapak
  bapaknya barang baris baru barunya basis bata batal batalkan batang batas batasnya bau baun baunya bawa bawah
  bawahannya bawahnya bayar bayaran bayi bebas beberapa bedah begini begitu bekerja belajar belakang belakangan
  belakangnya beliau belum benar bencana bensin bensinnya bentuk berada berakhir berakhlak beranggota berangkat
  berani berapa berarti berasal berat berbahasa berbahaya berbeda berbicara bercerita berdering berdiri beredar
  beres berfungsi berganti bergerak bergeser berhak berhalangan berharga berhasil berhenti beri berikan berikut
  berikutnya berinovasi berisi berisik beristirahat berita berjalan berjualan berkala berkas berkasnya berkata
  berlaku berlubang bermain bermanfaat bernama bernilai bernomor berorientasi berpasangan berpemisah berputar
  bersabar bersama bersangkutan bersedia bersih bersihkan bersuara bertahan bertambah bertanda bertanggung
  bertanya bertemu bertengkar bertentangan berterima bertindak bertugas berturut berubah berulang beruntun berupa
  berurutan berwenang besar beserta besok betul biasa biasanya biaya biayanya bibi bibit bicara bidan bidang
  bidangnya bila bilang bimtek bingung bisa bising blanks blk blm block blocked blokir blt bobot bocor bola boleh
  bolong bolos bot bpbd bphtb bpjs bpkb bpn bpnt braces bribe bridge bu buat buatan buatkan building buka bukan
  bukti buktinya buku bulan bulat buletin buletinnya bully bumi buntu bursa buruk bus busuk cabut cadang cadangan
  cair calo calon calonnya camat cancel cannot cara caranya cari catat catatan catatannya cek cekatan cemas cepat
  cerita ceritakan ceritanya cermat cetak chat chatnya coaching coba cocok code contoh contohnya cpns cucu cukup
  cuma cuti daerah daftar daftarkan daftarnya dagang dagangan dahan dahulu dalam dalamnya dalan damkar
  dan dapat dapur dari daripada dark darurat dasar data datang datanya datasaya debu deh dekat delapan demi dengan
  dengannya dengar dengarkan depan deras desa desember desimal detik dgn dhuwit di dia diacak diajukan diakui
  dialihkan diam diambil diandalkan diangkut diapakan diarsipkan dibaca dibacakan dibagi dibagikan dibanding
  dibantu dibatalkan dibawa dibentak diberi diberikan dibersihkan dibiayai dibicarakan dibilang diblokir dibuat
  dibuka dibulatkan dibully dibutuhkan dicalonkan dicatat diceritakan dicoba didaftarkan didahulukan
  didisposisikan diedit dieskalasi difabel difoto digabung digabungkan diganti dihadiri dihapus dihargai
  dihentikan dihilangkan dihitung dihubungi dihubungkan diikuti diimpor diingatkan diisi dijadwalkan dijaga
  dijalankan dijanjikan dijawab dijelaskan dijual dikabari dikali dikembalikan dikenal dikenali dikerjakan dikeruk
  diketahui diketik dikirim dilaksanakannya dilakukan dilanggar dilanjutkan dilaporkan dilayani dilecehkan
  dilengkapi dilepas dilewati dilihat dilupakan dimaafkan dimajukan dimaklumi dimaksud dimarahi dimasukkan
  dimatikan diminta dimintai dimohon dimulai dimusnahkan dinas dinasnya dinding dini dinilai dinyatakan dipakai
  dipangkas dipasang dipenuhi diperbaiki diperhatikan diperiksa diperkirakan diperlukan diperpanjang dipilih
  dipilihnya dipotong diproses dipukul dipungut diputuskan dirahasiakan diri diringkas dirinya disabilitas
  disahkan disalin disamarkan disambungkan disambut disampaikan disanggah disapa disarankan disdukcapil disebut
  diselesaikan diserahkan disetujui disiapkan disimpan disiplin diskriminasi disposisi disuap disuruh
  disusulkan ditagih ditambah ditambahkan ditambal ditampilkan ditandai ditangani ditanggapi ditanya ditanyakan
  ditarik ditebak ditekan ditelepon ditentukan ditepati diterbitkan diterima diteruskan ditetapkan ditindaklanjuti
  ditiru dititipkan ditolak ditulis ditunda ditunggu ditunjuk ditunjukkan ditutup ditutupi diubah diulang
  diumumkan diundur diurus diusulkan diwakili diwakilkan dokter dokumen domisili done dong dr drain drainase dtks
  dtsen dua duduk duit dulu each elektronik elpiji email emosi empat enam error etik etika fakta faktanya false
  februari fire flood flooded folder form formasi format formulir foto fotokopi fotonya fungsional ga gabungan
  gagal gaji gak galak galodo gambar gambarnya gang gangnya ganti garbage garis gas gelap gelapan gempa genangan
  gereja gerutuan geser giliran gilirannya golongan gorengan gorong got gratifikasi gratis growak grup gugup
  guiding gunanya guru habis hadir hafal hak hal halaman halte halus hama hamil hampir handicapped hanya hapus
  harap harga hari harinya harmonis harus hasil hasilnya hati hatinya help hendak henti hentikan hewan hilang
  hindari hitung hitungan hitungannya holidays honorer hormat hospital hotel http https hubungan hubungannya
  hubungi hubungkan hujan hukumnya huruf ia ibadah ibu ibunya ics ide identitas identitasnya iduik ikm ikut ikuti
  imb imigrasi impor import imunisasi in induk info informasi ingat ingatkan inggris ingin ini inovasi instansi
  internal internet ipar irigasi isi isian isinya istri istrinya isyarat its itu iuran izin jabatan jabatannya
  jadi jadikan jadwal jadwalnya jaga jajak jalan jalanan jalannya jalur jam jambatan jamnya jangan janggal janji
  janjikan januari jarak jari jaringan jasa jatuh jauh jawa jawab jawaban jawabannya jeglongan jejaknya jelas
  jelaskan jelek jembatan jemput jenis jg jika jkn jl jln jp jualan judes judul juga jujur juli jumat jumlah
  jumlahnya juni juta jutek kabakaran kabar kabari kabarkan kabarnya kabel kabupaten kadang kakak kakek kaki kalam
  kalau kalen kalender kali kalimat kalimatnya kalo kamera kami kamis kampanye kampus kamu kan kanal kanan kandang
  kantor kantornya kapan karang karangan karena kartu kartunya karya kasar kasih kasur kasus kata katanya kategori
  kategorinya kawan kayu kdrt ke keadaan keadaannya keadilan keamanan keasliannya kebakaran kebanjiran kebaruan
  keberatan keberlanjutan kebetulan kebiasaan kebohongan kebutuhan kecamatan kecelakaan kecepatan kecerdasan
  kecewa kecil kecuali kecukupannya kedua keduanya keempat kegiatan kehadiran kekerasan kelahiran kelamin kelas
  keliru kelompok keluar keluarga keluhan kelurahan kelurahannya kemajuan kemampuan kemarau kemarin kembali
  kementerian kemudahan kemudian kenal kenalan kenalannya kenali kendala kendaraan kepada kepadanya kepala
  kepastian kepegawaian kepemimpinan kependudukan kepesertaan kepesertaannya kepolisian keponakan kepuasan
  keputusan kerahasiaan kerahasiaannya keramahan keran keras kering kerja kerjakan kerjanya kertas keruh kesal
  kesediaan kesehatan kesempatan kesesuaian kesopanan kesulitan ketahui ketemu ketenagakerjaan keterangan
  keterangannya ketertiban ketiga ketik ketika ketinggalan ketua ketus kewajaran kewenangan khawatir khusus kia
  kilometer kind kinerja kini kios kira kiri kirim kis kisah kita kk kobongan kode kodenya kok kolaboratif kolom
  kolomnya koma komentar kompeten kompetensi kontak koordinasi koordinasikan koordinator kopi koreksi korupsi
  kosong kosongkan kota kotak kotor kran kreteg krn ktp kualitas kuasa kuat kuburan kucing kuesioner kuitansi
  kultural kumuh kunci kuning kunjungan kuota kurang kurawal kursi kursus kurung kutip kutipnya kwitansi labuah
  lacak lagi lah lahan lahir lain lainnya laki lakukan lalat lalu lama laman lambat lampu lampunya lancar
  landslide langgar langka langkah langkahnya langsung language lanjut lanjutkan lansia lantai lapak lapangan
  lapor laporan laporannya laporkan latar latihan layak layanan layanannya layani layar lazim learning lebih
  ledeng lembaga lembar lembarnya lengkap lengkapi lengkapnya lepas letak lewat lewati lewatkan lh lho liar libur
  light lights lihat lima limbah lingkungan lintas list listrik lobang login lokasi lokasinya loker loket loketnya
  longsor lowongan loyal lpg luar lubang luka lulus lurah lusa maaf mabuk macet mahal maka makam makelar makes
  makin maklum maksimal maksud maksudnya malam mambu mampat mampet mana mandiri manfaatnya manis map marah maret
  margi marka market mas masa masalah masalahnya masih masing masjid masuk masukan masyarakat materinya mati mau
  mbak media meja melainkan melakukan melakukannya melalui melanggar melanjutkan melapor melaporkan
  melaporkannya melayani melelahkan melengkapi melengkapinya melepasnya melewati melihat melihatnya melindungi
  melintas melon meluangkan meluluskan memahami memakai memang memangkas memastikan memasukkan membaca membacanya
  membagikan membagikannya membahayakan membalas membantu membantunya membayar memberi memberikan memberikannya
  membiarkannya membimbing membuat membuatnya membuka membukanya membuktikan memegang memenangkan memenuhi
  memeriksa memeriksanya memilih memilihnya memimpin meminta memintanya memotret memotretnya memperbaiki
  memperbaikinya memperhatikan memproses memuat memutuskan menagih menakutkan menambah menambahkan menang
  menangani menanyakan menarik menawarkan mencapai mencari mencarinya mencatat mencoba mencobanya mendaftar
  mendaftarkan mendampingi mendapat mendekati mendekatkan mendengar mendengarkan mendesak menebak menekan
  menelepon menemani menempel menemukan menengah menentukan menerima menerjemahkan meneruskan menetapkan mengadu
  mengajak mengajari mengajarkannya mengaji mengaku mengalir menganggap menganggur mengapa mengecewakan mengejar
  mengeluh mengerjakan mengerjakannya mengerti mengesahkan mengetahui mengetahuinya mengetik mengetiknya mengetuk
  menggabungkannya mengganggu mengganti menggantikan menggerutu menggeser menghalangi menghapus menghapusnya
  menghargai menghemat menghentikan menghitung menghormati menghubunginya menghubungkannya mengikuti mengikutinya
  mengingatkan mengirim mengisi mengizinkan mengubah mengubahnya mengunduhnya mengurus mengusulkan mengusulkannya
  menilai menilainya meningkatkan menit menitipkan menitnya menjadi menjadikan menjaga menjawab menjawabnya
  menjelaskan menolong mentoring menu menuju menular menulis menumpuk menunduk menunggu menunjuk menunjukkan
  menunjukkannya menuntaskan menurut menutup menutupi menyakitkan menyala menyalahgunakan menyalahkan menyalin
  menyambung menyampaikan menyampaikannya menyanggah menyatakan menyebut menyelesaikan menyembunyikan menyengat
  menyesuaikan menyetujui menyetujuinya menyewa menyimpannya menyinggung menyusul merah merasa merayakannya mereda
  mereka mertua merugikan meskipun meter meteran mewakili mewakilkan milik miliknya minang minggu mingguan minta
  mintak mintakan miras miring misalnya mobil modal modul mohon motor muat muda mudah muka mulai mulainya mulut
  muncul mundur mungkin murid musala musik musrenbang mutu mutunya naik nama namai namanya nanti ndak negara
  negeri nenek nepotisme nesu netral nggak ngopi nib nik nilai nilainya njaluk no noise nol nomernya nomor
  nomornya nopol nota november numpuk nya nyala nyaman nyamuk nyata nyenyak obat obrolan office officers often
  ojek oknum oktober oleh ombudsman online operator optimalisasi orang orangnya order oss otomatis own pabrik pada
  padahal padam pagi paginya paham pahami pajak pak pakai pakuburan paling palsu paman panah pangkas pangkat
  panitia panjang panjangnya papan para paragraf parit parking parkir partai pasa pasal pasang pasar pasien paspor
  pasti pastikan patokan patokannya paud pbb pbg pdam pecah pedagang peduli pegawai pegawainya pejah pejalan peka
  pekan pekerjaan pelajaran pelan pelanggannya pelapor pelapornya pelat pelatihan pelatihannya pelayanan
  pelayanannya pelecehan pelicin pelindungan pemadam pemahaman pemakaiannya pemandu pembaca pembeli pemberitahuan
  pembukaannya pemegang pemenang pemeriksa pemeriksaan pemeriksaannya pemeriksanya pemerintah pemerintahan pemilih
  pemilihan pemilik pemiliknya pemilu pemisah pemohon pemungutan penanganan penanganannya pencalonan pencari
  pendaftaran pendapat pendapatan pendatang pendek pendekkan pendidikan penduduk penerangan penerima penerimaan
  penerjemah pengadilan pengaduan pengajar pengantar pengelola pengemis pengendara pengesahan pengganti pengguna
  penghapusan penghargaan penghitungan pengingat pengingatnya pengirimnya pengumuman pengurus pengusul pengusulan
  pengusulnya penilai penilaian penilaiannya peningkatan penipu penipuan penolakan pensiun penting penuh penundaan
  penutupan penutur penyakit penyalahgunaan penyandang penyebarannya penyeberangan penyelenggara
  penyelenggaraannya penyelenggaranya penyimpanan penyuluh per peragaan perangkat perantara perawat perbaikan
  perbaikannya perbaiki percakapan percaya percobaan perdagangan perempatan perempuan perhatian perhatiannya
  periksa perilaku peringatan peringkat perintah periode perjanjian perkara perkembangan perkenalkan perkiraan
  perlengkapan perlindungan perlu perlukan permintaan permukiman pernah persetujuan persis persyaratan pertama
  pertanian pertanyaan pertanyaannya pertigaan perubahan perumda perundungan pesan peserta pesertanya peta petani
  peteng petugas phk pihak pikir pikiran pikirkan pilih pilihan pilihannya pilkada pimpinan pindah pindahan
  pindahkan pindai pinggir pintu pintunya pipa pisahkan pitih pju pkh pkl planned plastik plat pln png pohon
  pohonnya poin pojok pola polisi politik ponsel poster posyandu pothole potholes ppdb pppk praktisnya prasarana
  predikat pribadi prioritas privasi produk profil profilnya prosedur proses provider provinsi puas publik pukul
  pulang puluh pun pungli pungutan punya pupuk puskesmas putaran questionnaire rabu rabuk ragu rahasia rahasianya
  ramah ramai ramainya rambu rangka ranting rapat rapor ras rasa rata ratanya ratus regu rekan rekap rekening
  reklame rela rencana rendah repot resmi restoran retak retribusi ribu rincian road roda rokok rsud rt rtlh ruang
  ruangan rubbish rude rugi rumah rusak rusunawa rw saat sabar sabtu sadar sah saja sakit salah salam salinan
  saling saluran sama samarkan sambil sambung sambungan sambungkan sampah sampahnya sampai sampaikan sampel
  samping samsat sana sandi sangat sanggah sanggahan sanggup sapaan saran sarana sarok sasaran satpam satu satunya
  saudara saya sayur school sdh sebab sebabnya sebagai sebagian sebaik sebaiknya sebaliknya sebanyak sebelah
  sebelahnya sebelum sebelumnya sebenarnya seberang sebuah sebulan sebut sebutkan secara secarik secepat
  secepatnya sedang sederet sedikit sedikitnya segera sehari seharusnya sehingga sejak sejam sejauh sejenisnya
  sekali sekalian sekarang sekitar sekolah sektor sel selalu selama selamat selasa selesai selesaikan selesainya
  selingkuh selokan seluruh seluruhnya semangat semangatnya sembako sembilan sementara semester seminar semoga
  sempat semua semuanya semudah semula senang send sendiri sendirinya senin senior sensitif seorang sepanjang
  separuh separuhnya sepeda sepekan sepenuh seperlunya seperti sepi september sepuluh sepupu seragam sering serta
  sertifikat sertifikatnya sertipikat service sesama seseorang sesuai sesuatu sesudah sesudahnya setahun setara
  setelah setempat setengah setiap setuju siang siap siapa siapkan sidewalk sidik sidiknya sih sikap sikola siku
  silakan sim simpan simpang simulasi singkat singkatan sini sistem siswa situ sk skala skck skip skm slb sma smk
  soal solutif sopan sore sorenya sosial spanduk spmb staf standar start status stnk stop street streetlight suami
  suaminya suap suara suaranya suasana submit subsidi sudah sudutnya suka suku sulit sumbako sungai sungguh
  sungguhan supaya surat surel survei surveinya susah syarat syaratnya tabel tadi tagihan tahap tahu tahun
  tahunnya tajam tak takut taman tambah tambahan tambahkan tampak tampil tampilkan tamu tanah tanda tandai tangan
  tangani tanggal tanggalnya tanggapan tangkapan tani tanpa tanya tanyakan target tarif tarik tasumbek tatap
  tatumpuak tautan tautannya tawon tdk teacher tebal tegang tekan teknis teks telah telepon teman tempat tempatnya
  template tempo temukan tenaga tenang tengah tengahnya tentang tentangnya tentu tepat tepati tepi terakhir
  terancam terang terasa terbaca terbalik terbanyak terbaru terbata terbitkan terbuka tercantum tercapai tercatat
  terdaftar terdiri terendah terganggu terhadap terhapus terhubung terima terimakasih terisi terjadi terjaga
  terjangkau terjawab terkait terkena terkirim terkunci terlalu terlambat terlewati terlibat terlihat terlindungi
  terluka termasuk terminal termuat termuda ternak ternyata terpasang terpenuhi terpisah terputus tersalin
  tersambung tersandi tersebut tersedia tersenyum tersimpan tersinggung tersumbat tertanda tertebak tertera
  tertinggal tertinggi tertulis tertutup terukur terus teruskan tes tetangga tetangganya tetap tetapi that tiada
  tiang tiap tiba tidak tidur tiga tiket tikungan tikus tim tindak tindaklanjuti tinggal tinggi titik titip
  titipan title token toko tolong tombol topik tps traffic training trash tree triwulan trotoar true truk ttd tua
  tugas tugasnya tujuh tuli tulis tulisan tulisannya tumbang tumbuh tumpukan tunanetra tunggu tunjukkan turun
  turut tutup uang ubah ubat udah udh uji ujung ukur ukuran ulang ulangi ular umkm umum umumkan umur undian unit
  unitnya unsur unsurnya untuk upah urus urusan urutan urutannya usah usaha usahanya usia usul usulan usulkan
  usulnya utama utk uwuh valid via video wa wajah wajar wajib wakil waktu waktunya warga warganya warung water web
  webinar website wewenang wheelchair wifi wilayah wit with workshop ya yang yg zebra
  dishub dlh dpu pupr dpupr disdik dinkes satpol pp bpkad bkd bkpsdm setda opd rs kel kec kab prov ktm sd tk mi mts ma uptd
  wib wita wit kg gram cm mm km liter watt volt ampere rp rupiah ke se non anti maha swasta angkutan pemda pemkot pemkab
  sy sya skrg skrng bgt banget dpt gmn gmana bgmn knp knapa kenapa td tlg thx trims makasih tks moga smoga jln jgn tp tapi
  namun sedangkan walaupun meski maupun hingga demikian begitulah siapa mengenai lapisan menerus amat
  parah total penerangan remang rawan maling mencuri dicuri pencuri tabrakan menabrak terpeleset tergelincir tersandung
  merembes menetes meluap memancar mancur sumur tandon debit tekanan keran mandi cuci masak minum memasak mencuci
  menyiram kering kerontang debunya asapnya baunya bersin batuk sesak napas mual pusing demam gatal wabah jentik
  diare fogging puing pasir batu kerikil tanahnya semen beton paving cor galian lubangnya selokannya gotnya drainasenya
  antrenya antreannya loketnya petugasnya pegawainya kasir dibiarkan tergeletak berserakan menggunung dibakar membakar
  bakar pembakaran tercecer truknya jadwalnya diangkutnya dikeluhkan lewatnya melewatinya berkali putus putusnya sambil
  menyambar menjuntai miringnya tiangnya roboh rubuh patah cabang dahannya akarnya akar rindang daun gugur bertahun
  seminggu semalam sepekan sejam berhari sebentar belakangan mendadak tiba dulunya nyaris hampir sempat keburu
  bengkak sobek bolak lagi dialami mengalami alami alaminya sedih panik kesulitan menyusahkan merepotkan mengajukan
  ajukan mengantre mengantri mengambil mengembalikan diizinkan dipersulit dibuatkan mencetak dicetak kosongnya habisnya
  menyapu sapu dipindah memindahkan mengeruk menyedot sedot disedot memperlebar pelebaran perawatan memangkasnya
  nyalakan dinyalakan menyalakan bohlam sekring trafo gardu panel saklar sambungannya dibongkar membongkar
  peninjauan meninjau ditinjau tinjau survei disurvei mengukur diukur suku cadang onderdil datangnya rencananya mulainya
  kontraktor pelaksana pengawas mandor regu penanggung penjaga petangnya subuh magrib
  maghrib isya zuhur dzuhur ashar siangnya malamnya nian sekalipun tolonglah kiranya sekiranya
  lumayan mohonlah dimengerti dipahami dimohonkan atensi atensinya ditindak penindakan penertiban menertibkan ditertibkan
  gotong royong taruna posyandu apotek klinik mushola musala langgar surau pura vihara
  merespons respons tanggap sigap lamban lelet cuek acuh gesit mengomel membentak bentak ngomel nada menyuruh 
  tuh nih loh gitu gini doang banget kayak kaya mirip semacam gimana nunggu nyari nanya ngurus ngurusin ngasih ngomong
  mei wa ig fb tiktok instagram facebook bri bca bni btn bsi membuang dibuang buang menebang ditebang tebang nota sertai semen
  kab pemkab pelat membaik memburuk memohon mengharap berterimakasih ongkos tarifnya potong dipotong
  assalamualaikum haji hj drs drg dra ir cat hijau putih hitam biru pas trs matur nuwun saking cp komplain th wali dkt hp
  pelanggan tegur ditegur menegur tertabrak ditabrak disenggol menyenggol gapura portal tembok pagar atap genteng plafon
`;

/** The words of the table, each by itself. */
export const ordinaryWords: ReadonlySet<string> = new Set(table.split(/\s+/).filter(Boolean));

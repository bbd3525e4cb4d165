/** Invented names as they are spelt in each script: given names and family names, joined as the language joins them. */
export interface People {
  readonly script: string;
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly familyFirst?: true;
  readonly joint?: string;
}

const people = (script: string, given: string, family: string, more: Partial<People> = {}): People => ({
  script,
  given: given.split(' '),
  family: family.split(' '),
  ...more,
});

/** Scripts whose names a certificate prints; a name of these that is parked refutes the proof. */
export const printedPeople: readonly People[] = [
  people('English', 'Ada Aoife Nia Rhys Eleanor Theodore', "Lin O'Brien Okafor-Smith McAlister St.John Whitcombe"),
  people('Vietnamese', 'Ánh Thị Hữu Đức Quỳnh Thuỷ', 'Nguyễn Trần Phạm Đặng Vũ Lưỡng', { familyFirst: true }),
  people('Polish and Czech', 'Łukasz Żaneta Jiří Zdeněk Bożena Šárka', 'Żółć Świątek Dvořák Řehoř Gąsienica Ďurčík'),
  people(
    'French, Spanish, Portuguese',
    'François Íñigo José João Zoë Anaïs',
    'Œuvrard Muñoz Gonçalves Conceição Núñez L’Été',
  ),
  people('Nordic and Baltic', 'Þóra Åse Søren Jānis Žydrūnė Õnne', 'Guðmundsdóttir Ærø Mäkelä Ķirsons Šķēle Jõgi'),
  people('Turkish and Azeri', 'Ğülşen İnönü Şükrü Çağla Əli Işıl', 'Yıldız Öztürk Kılıç Güneş Həsənov Çiçek'),
  people(
    'Romanian and Hungarian',
    'Ștefan Țvetana Ioana Győző Ágnes Dezső',
    'Brâncuși Mureșanu Kőszegi Szűcs Nagyné Ionescu',
  ),
  people('African Latin', 'Ọláyínká Ŋkọsí Ƴaƙubu Kwabena Nsiima Ɗanjuma', 'Adébáyọ̀ Ɓala Ɛtsɛ Ọ̀ṣunlà Mwɛnda Nkrumah'),
  people('Pinyin and Hawaiian', 'Lǚ Xiǎomíng Kāneʻohe Nālani Zhōu Ōtomo', 'Wáng Lǐ Kealiʻi Māhoe Zhèng Sòng'),
  people(
    'Greek',
    'Αλέξανδρος Ελένη Γιώργος Ζωή Ἀνδρέας Χρυσάνθη',
    'Παπαδόπουλος Καραγιάννη Μαΐου Ράϊς Οικονόμου Τζαβάρας',
  ),
  people('Cyrillic', 'Юлия Ђорђе Їжакевич Ґанна Ўладзімір Жанна', 'Щербакова Љубић Зеленський Әлімова Мирољуб Ёлкин'),
  people('Chinese', '小明 臺生 美麗 伟 秀英 雪梅', '王 陳 张 歐陽 黃 邓', { familyFirst: true, joint: '' }),
  people('Japanese', '花子 はなこ タロウ 翔太 美咲 さくら', '佐藤 鈴木 髙橋 渡邊 山﨑 いとう', { familyFirst: true }),
  people('Rare ideographs', '𠮷子 龎 燾 䶮 喆', '𠮷田 﨑山 槗本 濵 邉', { familyFirst: true }),
  people('Korean', '민준 서연 지우 하늘 은별 도윤', '김 이 박 최 남궁 황보', { familyFirst: true, joint: '' }),
  people('Arabic', 'محمد أحمد فاطمة عبدالله لؤي مُنى', 'الحسيني النجّار بن زايد العطّار القاضي'),
  people('Persian and Urdu', 'گلنار ژاله پریسا کیوان ٹیپو چنگیز', 'حسن‌زاده یوسفی قریشی ڈار میرزایی پٹیل'),
  people('Hebrew', 'שרה דוד יעל נועם מִרְיָם אסתר', 'כהן לוי בן־דוד מזרחי שָׁלוֹם גולדץ'),
  people('Devanagari', 'प्रिया कृष्ण श्री लक्ष्मी विद्या ज्ञानेश', 'शर्मा त्रिपाठी द्विवेदी सिंह कुलकर्णी र्‍हस्व'),
  people('Bengali', 'শ্রীজাত কৃষ্ণা অনিন্দ্য পূর্ণিমা রবীন্দ্র লক্ষ্মী', 'চট্টোপাধ্যায় ঠাকুর মুখোপাধ্যায় সেনগুপ্ত দত্ত রায়'),
  people('Gurmukhi', 'ਗੁਰਪ੍ਰੀਤ ਹਰਜੀਤ ਮਨਮੋਹਨ ਸਿਮਰਨ ਅੰਮ੍ਰਿਤ ਪ੍ਰੀਤਮ', 'ਸਿੰਘ ਕੌਰ ਢਿੱਲੋਂ ਗਿੱਲ ਸ਼ੇਰਗਿੱਲ ਬਰਾੜ'),
  people('Gujarati', 'પ્રીતિ કૃષ્ણ જ્ઞાનેશ હર્ષદ શ્રેયા મિત્તલ', 'પટેલ શાહ ત્રિવેદી ક્ષત્રિય દેસાઈ મહેતા'),
  people('Oriya', 'ପ୍ରିୟା କୃଷ୍ଣ ଜ୍ଞାନେଶ ଲକ୍ଷ୍ମୀ ଶ୍ରୀଧର ସୁଭାଷ', 'ମହାପାତ୍ର ପଟ୍ଟନାୟକ ତ୍ରିପାଠୀ ଦାସ ସାହୁ ପଣ୍ଡା'),
  people('Tamil', 'ஸ்ரீதர் மீனாட்சி கௌரி இளங்கோ தமிழ்ச்செல்வி லக்ஷ்மி', 'சுப்பிரமணியம் கிருஷ்ணன் பாண்டியன் ராஜா நாயுடு ஐயர்'),
  people('Telugu', 'శ్రీనివాస్ లక్ష్మి కృష్ణ జ్యోతి స్వప్న విశ్వనాథ్', 'రెడ్డి నాయుడు శాస్త్రి చౌదరి గుప్తా వర్మ'),
  people('Kannada', 'ಕೃಷ್ಣ ಲಕ್ಷ್ಮಿ ಶ್ರೀಧರ ಜ್ಯೋತಿ ಪ್ರಿಯಾ ಸಿದ್ಧಾರ್ಥ', 'ಗೌಡ ಕುಲಕರ್ಣಿ ಹೆಗ್ಡೆ ಶೆಟ್ಟಿ ಮೂರ್ತಿ ಭಟ್ಟ'),
  people('Malayalam', 'ശ്രീജിത്ത് ലക്ഷ്മി കൃഷ്ണൻ സ്മിത അഞ്ജന വിദ്യ', 'നമ്പൂതിരി മേനോൻ പിള്ള നായർ കുര്യൻ വർമ്മ'),
  people('Sinhala', 'ශ්‍රී ලක්ෂ්මී කුමාර නිමල් ප්‍රියංකා චන්ද්‍රිකා', 'පෙරේරා සිල්වා විජේසිංහ ගුණවර්ධන රත්නායක මෙන්ඩිස්'),
  people('Thai', 'สมชาย กุลธิดา ปิ่นเพชร น้ำผึ้ง ศักดิ์สิทธิ์ ญาณี', 'ใจดี ศรีสุข เจริญทรัพย์ ฐิติกุล พงษ์พานิช ก้องเกียรติ'),
  people('Lao', 'ສົມພອນ ບຸນມີ ນ້ອຍ ວັນນາ ແກ້ວ ຄຳຫຼ້າ', 'ວົງສາ ພົມມະຈັນ ແສງດາວ ສີສຸກ ຈັນທະວົງ ໄຊຍະ'),
  people('Khmer', 'សុភា ចាន់ធី វិបុល ស្រីមុំ បូរ៉ា ម៉ារី', 'ជា សុខ ព្រហ្ម ឈួន ហ៊ុន ស្រ៊ុន'),
  people('Myanmar', 'အောင် မြင့် ခင်ခင် သန္တာ ကျော်ကျော် ဇော်', 'စုကြည် ဝင်း ထွန်း ညွန့် မောင်မောင် လှိုင်'),
  people(
    'Georgian',
    'ნინო გიორგი თამარ ქეთევან ლაშა ვახტანგ',
    'ბერიძე წერეთელი ჯაფარიძე ქავთარაძე შენგელია ღვინიაშვილი',
  ),
  people('Armenian', 'Արամ Անահիտ Գևորգ Շուշան Լևոն Ծովինար', 'Պետրոսյան Խաչատրյան Սարգսյան Մկրտչյան Ճաղարյան Օհանյան'),
  people('Ethiopic', 'አበበ ትዝታ ኃይሌ ፅጌ ዮሐንስ ሰላማዊት', 'ተስፋዬ ገብረመድኅን ወልደማርያም ደስታ ጥላሁን መኮንን'),
];

/** Scripts whose names a certificate parks, with their script told. */
export const otherPeople: readonly People[] = [
  people('Tibetan', 'བསྟན་འཛིན ཚེ་རིང དབྱངས་ཅན', 'རྒྱ་མཚོ རྡོ་རྗེ'),
  people('Thaana', 'އަޙްމަދު ޢާއިޝަތު އިބްރާހީމް', 'މަނިކު ދީދީ'),
  people('Syriac', 'ܝܘܚܢܢ ܡܪܝܡ ܐܦܪܝܡ', 'ܟܕܘ ܫܡܥܘܢ'),
  people('Cherokee', 'ᏍᏏᏉᏯ ᎠᏂ', 'ᏩᎭᏯ ᎪᏪᎵ'),
];

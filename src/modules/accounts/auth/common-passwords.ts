// What people choose first when ten characters are asked for. Compared in lower case.
const words = `
1234567890 12345678910 0123456789 1234567891 1234567899 12345678900 123456789a a123456789 123456789q q123456789
123456789z 123456789abc abc123456789 abc1234567 abcd123456 abcd12345678 abcd1234abcd 1234abcd5678 abcdefghij
abcdefghijk abcdefg123 9876543210 0987654321 1122334455 11223344556 1234512345 123456123456 123123123123
1231231234 1472583690 147258369a 7894561230 741852963a 159753159753 1029384756 3141592653 3141592654 1123581321
1111111111 2222222222 3333333333 4444444444 5555555555 6666666666 7777777777 8888888888 9999999999 0000000000
1212121212 1010101010 0101010101 2020202020 123321123321 aaaaaaaaaa a1b2c3d4e5 a1b2c3d4e5f6 1a2b3c4d5e
q1w2e3r4t5 q1w2e3r4t5y6 1q2w3e4r5t 1q2w3e4r5t6y z1x2c3v4b5 qwertyuiop qwertyuiop1 qwertyuiop12 qwertyuiop123
qwerty1234 qwerty12345 qwerty123456 12345qwert 12345qwerty 123456qwerty qwer1234qwer qwer12345678 qwe123qwe123
qweasdzxc1 qweasdzxc123 123qweasdzxc 123qwe123qwe asdfghjkl1 asdfghjkl12 asdfghjkl123 asdf123456 asdf12345678
asdqwe123456 zxcvbnm123 zxcvbnm1234 qazwsxedc1 qazwsxedc123 qazwsxedcrfv 1qaz2wsx3e 1qaz2wsx3edc 1qazxsw23edc
zaq12wsxcde3 zaq1xsw2cde3 zaq1zaq1zaq1 12qwaszx34 !qaz2wsx3edc password10 password11 password12 password123
password1234 password12345 password01 password!! passwordpassword password2024 password2025 password2026
passw0rd12 passw0rd123 passw0rd1234 p@ssw0rd12 p@ssw0rd123 p@ssw0rd1234 p@ssword123 pa$$word123 welcome123
welcome1234 welcome2024 welcome2025 welcome2026 spring2025 spring2026 summer2024 summer2025 summer2026 autumn2025
winter2024 winter2025 winter2026 changeme12 changeme123 changeme1234 letmein123 letmein1234 default123
default1234 guest12345 user123456 test123456 test1234567 testtest123 temp123456 admin12345 admin123456
administrator master1234 iloveyou12 iloveyou123 iloveyou1234 princess12 princess123 sunshine12 sunshine123
football12 football123 baseball12 baseball123 basketball basketball1 volleyball superman12 superman123
batman12345 trustno1234 monkey12345 dragon1234 dragon12345 michael123 jordan12345 computer12 computer123
samsung123 samsung1234 liverpool1 liverpool123 manchester barcelona1 realmadrid chelsea123 arsenal123
christopher alexander1 elizabeth1 butterfly1 butterfly123 chocolate1 chocolate123 strawberry skateboard
motorcycle playstation nintendo64 nintendo123 pokemon123 pikachu123 starwars12 starwars123 minecraft1
minecraft123 spongebob1 sakura1234 sakura12345 nippon1234 nihon12345 japan12345 tokyo12345 osaka12345 hanako1234
doraemon12 doraemon123 dragonball dragonball1 dragonballz evangelion gundam1234 hellokitty hellokitty1 arashi1234
konnichiwa arigatou123 aishiteru1 aishiteru123 sayonara123 kawaii1234 takahashi1 watanabe123 yamamoto123
kobayashi1 nakamura123 matsumoto1 tanaka1234 suzuki1234
`

export const commonPasswords: ReadonlySet<string> = new Set(words.trim().split(/\s+/))

import { fold, latin } from './text';

export const shortestPassword = 8;
export const longestPassword = 128;

// The passwords tried first by anyone who guesses, in the portal's languages; endings and look-alike signs are taken off before comparing.
const common = new Set(
  `password passw pass haslo mojehaslo tajnehaslo zaq12wsx qwerty qwertyuiop qwertyui qwertz qwertzuiop azerty asdfgh asdfghjkl zxcvbn zxcvbnm
  qazwsx qazwsxedc 1qaz2wsx 1q2w3e4r 1q2w3e4r5t q1w2e3r4 abcdef abcdefgh abc admin administrator root user login witaj welcome letmein iloveyou
  kochamcie kocham polska polska1 lukasz mateusz monika agnieszka katarzyna karolina natalia marcin michal bartek dawid kamil piotr tomek
  barcelona lechpoznan legia wisla wislakrakow cracovia misiek misiaczek kochanie slonko sloneczko samsung komputer internet matrix dragon monkey
  football baseball master sunshine princess shadow superman batman trustno trustnoone michael jordan starwars computer whatever charlie
  changeme default secret sekret test tester testtest guest passwort hallo schatz sommer winter ukraina ukraine slavaukraini kyiv kyjiw parol
  privet lubov ljubov natasha moskva nastya marina zaczarowany kwiecien styczen grudzien wiosna jesien lato zima`.split(/\s+/),
);
const contextWords = ['krakow', 'openkrakow', 'otwartykrakow', 'cracow', 'krakau', 'krakiw', 'dotacja', 'dotacje', 'grant', 'granty', 'fundacja', 'stowarzyszenie', 'organizacja', 'organizacje', 'ngo', 'urzad', 'urzadmiasta', 'konkurs', 'oferta', 'portal', 'magistrat'];
const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const lookAlikes: Record<string, string> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's', '5': 's', '7': 't' };

function isMadeOfPieces(text: string): boolean {
  let left = text;
  for (const word of [...contextWords].sort((a, b) => b.length - a.length)) left = left.replaceAll(word, '');
  return left.length === 0;
}

function isRow(text: string): boolean {
  const backwards = [...text].reverse().join('');
  return rows.some((row) => row.includes(text) || row.includes(backwards));
}

/** Whether a guesser would try this password early: a common word, a word of this portal, one repeated sign, a row of keys. */
export function isCommonPassword(password: string): boolean {
  const plain = fold(latin(password)).replace(/\s/g, '');
  if (new Set(plain).size <= 2 || isRow(plain)) return true;
  const half = plain.slice(0, plain.length / 2);
  if (half.length > 0 && half.repeat(2) === plain && (isRow(half) || common.has(half))) return true;
  const spelled = (text: string) => text.replace(/[@431!0$57]/g, (sign) => lookAlikes[sign] ?? sign);
  const bare = plain.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const candidates = [plain, bare, spelled(plain), spelled(plain.replace(/[^a-z@$]+$/, '')), plain.replace(/[^a-z]/g, '')];
  return candidates.some((text) => text === '' || common.has(text) || isMadeOfPieces(text.replace(/[^a-z]/g, '')));
}

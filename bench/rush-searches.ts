const places = ['podgorze', 'nowa-huta', 'stare-miasto', 'debniki', 'krowodrza'];
const words = ['fundacja', 'spotkanie', 'pomoc', 'sasiedzi', 'klub', 'młodzież', 'допомога', 'help'];
/** The pages readers ask for: searches of the directory by word, by place, by both, deeper and deeper. */
export const searches = Array.from({ length: 120 }, (_, i) => `/pl/organisations?q=${encodeURIComponent(words[i % words.length] ?? '')}${i % 3 === 0 ? `&district=${places[i % places.length]}` : ''}${i % 4 === 0 ? `&page=${1 + (i % 5)}` : ''}`);

import { messages } from '../messages';

export const files = messages({
  'refusal.file.empty': { pl: 'Plik jest pusty. Wybierz inny', en: 'The file is empty. Choose another', uk: 'Файл порожній. Виберіть інший', de: 'Die Datei ist leer. Wählen Sie eine andere', ru: 'Файл пуст. Выберите другой' },
  'refusal.file.tooLarge': { pl: 'Plik jest za duży: najwyżej 10 MB, zdjęcie najwyżej 8 MB', en: 'The file is too large: at most 10 MB, a picture at most 8 MB', uk: 'Файл завеликий: щонайбільше 10 МБ, фото щонайбільше 8 МБ', de: 'Die Datei ist zu groß: höchstens 10 MB, ein Bild höchstens 8 MB', ru: 'Файл слишком велик: не более 10 МБ, фото не более 8 МБ' },
  'refusal.file.type': { pl: 'Przyjmujemy pliki PDF, DOCX, ODT, JPG i PNG', en: 'We take PDF, DOCX, ODT, JPG and PNG files', uk: 'Ми приймаємо файли PDF, DOCX, ODT, JPG і PNG', de: 'Wir nehmen PDF-, DOCX-, ODT-, JPG- und PNG-Dateien an', ru: 'Мы принимаем файлы PDF, DOCX, ODT, JPG и PNG' },
  'refusal.file.ending': { pl: 'Rozszerzenie nazwy nie zgadza się z zawartością pliku', en: 'The ending of the name does not fit what the file contains', uk: 'Розширення назви не відповідає вмісту файлу', de: 'Die Endung des Namens passt nicht zum Inhalt der Datei', ru: 'Расширение имени не соответствует содержимому файла' },
  'refusal.file.tooMany': { pl: 'Jest już 20 załączników. Usuń któryś, zanim dodasz następny', en: 'There are 20 attachments already. Remove one before you add another', uk: 'Уже є 20 додатків. Видаліть якийсь, перш ніж додати новий', de: 'Es gibt schon 20 Anlagen. Entfernen Sie eine, bevor Sie eine weitere hinzufügen', ru: 'Уже есть 20 приложений. Удалите одно, прежде чем добавить новое' },
  'event.file.attached': { pl: '{actor}: dodano załącznik', en: '{actor} added an attachment', uk: '{actor}: додано додаток', de: '{actor} fügte eine Anlage hinzu', ru: '{actor}: добавлено приложение' },
  'event.file.removed': { pl: '{actor}: usunięto załącznik', en: '{actor} removed an attachment', uk: '{actor}: видалено додаток', de: '{actor} entfernte eine Anlage', ru: '{actor}: удалено приложение' },
});

/** Where a browser keeps the language that a guest chose; written by the page itself. */
const name = 'pusteblume-locale';

/** The language chosen in this browser; null where none was or the cookie says anything but a language we speak. */
export function chosenLocaleOf(cookieHeader: string | undefined): 'de' | 'en' | null {
  for (const part of (cookieHeader ?? '').split(';')) {
    const [key = '', ...rest] = part.split('=');
    const value = rest.join('=').trim();
    if (key.trim() === name && (value === 'de' || value === 'en')) return value;
  }
  return null;
}

declare module 'snowball-stemmers' {
  interface Stemmer {
    stem(word: string): string;
  }
  interface Snowball {
    newStemmer(language: string): Stemmer;
  }
  export const newStemmer: Snowball['newStemmer'] | undefined;
  const snowball: Snowball;
  export default snowball;
}

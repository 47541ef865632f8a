/** Why a start or a command is refused: a sentence for the person at the terminal in German and English, after which the process ends without a stack. */
export class Refusal extends Error {}

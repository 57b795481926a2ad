/** Something that the person at the keyboard can put right: printed without a stack. */
export class Problem extends Error {}

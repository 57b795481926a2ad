/** Where a row of data comes from, and the day somebody read it there. Every row of this folder has both. */
export interface Fact {
  /** Address of the page, or repository, version and path of the file. */
  readonly source: string;
  /** ISO 8601 day. */
  readonly checkedOn: string;
}

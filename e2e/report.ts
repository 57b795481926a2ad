/** Prints the outcome of every check as it comes, and counts. */
export class Report {
  private passed = 0;
  private failed = 0;
  private silent = false;

  /** Runs a check; what it returns is told beside it, and an error makes it fail. True when it passed. */
  public async check(title: string, work: () => Promise<string>): Promise<boolean> {
    const began = performance.now();
    try {
      const detail = await work();
      this.passed++;
      this.print('ok', title, began, detail);
      return true;
    } catch (error) {
      this.failed++;
      this.print('FAIL', title, began, (error as Error).message);
      return false;
    }
  }

  public heading(text: string): void {
    if (!this.silent) console.log(`\n${text}`);
  }

  /** No more lines: what still runs after an interrupt fails because its cluster is being stopped. */
  public silence(): void {
    this.silent = true;
  }

  /** The last line; true when nothing failed. */
  public close(): boolean {
    console.log(`\n${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0;
  }

  private print(mark: string, title: string, began: number, detail: string): void {
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const line = `  ${mark.padEnd(4)}  ${title.padEnd(26)} ${seconds.padStart(5)} s  ${detail.trim().replace(/\n/g, '\n          ')}`;
    if (!this.silent) console.log(line.trimEnd());
  }
}

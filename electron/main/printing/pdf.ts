import { BrowserWindow, session, type WebContents } from 'electron';
import type { NamedPaper, Paper } from '../../../shared/contract/files.ts';
import { message } from '../../../shared/language/message.ts';
import { fail, succeed, type Outcome } from '../../../shared/language/outcome.ts';
import { lockSession } from '../windows/lock-down.ts';

const millimetresPerInch = 25.4;
const address = 'app://print/page.html';

/** A page to print runs no script and fetches nothing: all it shows is inside it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** Inches, as a PDF is told; a printer is told names alone. */
const pageSize = (paper: Paper) =>
  typeof paper === 'string' ? paper : { width: paper.width / millimetresPerInch, height: paper.height / millimetresPerInch };

/** Each page gets a session of its own, so that two exports at once never see each other's page. */
let printed = 0;

/** Loads a page into a window that nobody sees, and does something with it. */
const withPage = async <T>(html: string, act: (contents: WebContents) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
  const own = session.fromPartition(`print-${(printed += 1)}`);
  lockSession(own);
  own.protocol.handle('app', () => new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy } }));
  const window = new BrowserWindow({ show: false, webPreferences: { session: own, sandbox: true, contextIsolation: true, nodeIntegration: false } });
  try {
    await window.loadURL(address);
    // Ours, not the page's: scripts of the page itself are ruled out by its policy.
    await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)');
    return await act(window.webContents);
  } catch (error) {
    return fail('print.failed', message('desktop.printFailed', { reason: error instanceof Error ? error.message : String(error) }));
  } finally {
    window.destroy();
    own.protocol.unhandle('app');
  }
};

/**
 * Prints a self-contained HTML page to a PDF: vectors stay vectors, the text is tagged, fonts are embedded.
 * A page size in the page's own style wins over `paper`.
 */
export const printToPdf = (html: string, paper: Paper, landscape: boolean): Promise<Outcome<Uint8Array>> =>
  withPage(html, async (contents) =>
    succeed(
      new Uint8Array(
        await contents.printToPDF({
          pageSize: pageSize(paper),
          landscape,
          printBackground: true,
          preferCSSPageSize: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
      ),
    ),
  );

/** Hands the same page to the system's own dialog for printers. Answers whether it was printed: the person may think better of it. */
export const printOnPaper = (html: string, paper: NamedPaper, landscape: boolean): Promise<Outcome<boolean>> =>
  withPage(
    html,
    (contents) =>
      new Promise((resolve) => {
        contents.print({ silent: false, printBackground: true, pageSize: paper, landscape, margins: { marginType: 'none' } }, (done, reason) =>
          resolve(done || /cancel/i.test(reason) ? succeed(done) : fail('print.failed', message('desktop.printerFailed', { reason }))),
        );
      }),
  );

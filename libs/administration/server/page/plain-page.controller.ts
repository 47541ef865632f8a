import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { guestViewer } from '#access/server';
import { SitePages } from './site-pages.js';

/** The same pages without any script: imprint and privacy notice are owed to every visitor. */
@Controller('api/pages')
export class PlainPageController {
  constructor(@Inject(SitePages) private readonly pages: SitePages) {}

  @Get(':slug')
  @Header('content-type', 'text/html; charset=utf-8')
  async read(@Param('slug') slug: string, @Query('locale') locale?: string): Promise<string> {
    const language = locale === 'en' ? 'en' : 'de';
    const page = await this.pages.read(guestViewer(), slug, language);
    const title = page.title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const home = { de: 'Zur Startseite', en: 'To the start page' }[language];
    return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body><main><h1>${title}</h1>${page.html}</main><p><a href="/">${home}</a></p></body>
</html>`;
  }
}

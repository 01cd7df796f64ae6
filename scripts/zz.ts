import { readFileSync, mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
const access = JSON.parse(readFileSync('/tmp/ui/demo-access.json','utf8'))
const admin = access.people.find((p: any)=>p.roles.includes('admin'))
const B='http://127.0.0.1:3177'
mkdirSync('/tmp/shots/ui',{recursive:true})
const browser = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--no-sandbox'] })
const page = await browser.newPage({ viewport:{width:1440,height:1000} })
const shot=(n:string)=>page.screenshot({path:`/tmp/shots/ui/${n}.png`,fullPage:false})
const errors:string[]=[]; page.on('console',m=>{if(m.type()==='error')errors.push(m.text())}); page.on('pageerror',e=>errors.push(String(e)))
await page.goto(B+'/admin/login'); await page.fill('#field-email',admin.email); await page.fill('#field-password',access.password); await page.click('button[type=submit]'); await page.waitForURL(u=>!String(u).includes('login'),{timeout:60000})

await page.goto(B+'/admin/collections/index-versions'); await page.waitForTimeout(3000)
await page.getByRole('button',{name:/Build a new version/}).first().click(); await page.waitForTimeout(700); await page.getByRole('button',{name:/Build a new version/}).last().click(); await page.waitForTimeout(1500); await shot('index-building'); await page.waitForTimeout(15000); await shot('index-built')
await page.goto(B+'/admin/collections/sources'); await page.waitForTimeout(2500)
await page.locator('tr',{hasText:'uisrc'}).locator('a').first().click(); await page.waitForTimeout(3000); await page.getByRole('link',{name:'Locker keys'}).click(); await page.waitForTimeout(5000); await shot('document-gone')
await page.setViewportSize({width:390,height:844}); await page.emulateMedia({colorScheme:'dark'}); await page.goto(B+'/admin/collections/sources'); await page.waitForTimeout(3000); await shot('sources-390'); await page.goto(B+'/admin/collections/index-versions'); await page.waitForTimeout(3000); await page.screenshot({path:'/tmp/shots/ui/index-390.png',fullPage:true})
await page.goto(B+'/admin'); await page.waitForTimeout(3000); await shot('today')
console.log(errors.slice(0,8))
await browser.close(); process.exit()

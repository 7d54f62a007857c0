/** ISO 3166 numeric codes, by which world-atlas knows its shapes, of the states in the record. Kosovo has none. */
export const numericCodes: Record<string, string> = {
  AFG: '004', AGO: '024', ARG: '032', ARM: '051', AZE: '031', BDI: '108', BFA: '854', BIH: '070', CHL: '152', CMR: '120', COD: '180',
  COL: '170', CUB: '192', CYP: '196', DZA: '012', ECU: '218', EGY: '818', ERI: '232', ESH: '732', ETH: '231', GBR: '826', GEO: '268',
  GNB: '624', HRV: '191', IND: '356', IRN: '364', IRQ: '368', ISR: '376', JOR: '400', KHM: '116', KOR: '410', LAO: '418', LBN: '422',
  LBY: '434', LKA: '144', MLI: '466', MMR: '104', MNE: '499', MOZ: '508', MRT: '478', NER: '562', NGA: '566', OMN: '512', PAK: '586',
  PER: '604', PRK: '408', PSE: '275', RUS: '643', SDN: '729', SEN: '686', SOM: '706', SRB: '688', SSD: '728', SYR: '760', TCD: '148',
  THA: '764', TJK: '762', TUR: '792', UKR: '804', VNM: '704', YEM: '887', ZWE: '716',
};

<?php
// Prints the certificates that it reads as JSON, and tells the processor time of that and the size of one.
require_once '/usr/share/php/tcpdf/tcpdf.php';
$asked = json_decode(stream_get_contents(STDIN), true);
$folder = rtrim($asked['folder'], '/') . '/';
$names = [];
foreach ($asked['fonts'] as $face => $path) $names[$face] = TCPDF_FONTS::addTTFfont($path, 'TrueTypeUnicode', '', 32, $folder);
function rgb($hex) { return sscanf($hex, '#%02x%02x%02x'); }
function certificate($content, $names, $folder) {
  $pdf = new TCPDF('L', 'pt', [$content['width'], $content['height']], true, 'UTF-8', false);
  $pdf->setPrintHeader(false);
  $pdf->setPrintFooter(false);
  $pdf->SetAutoPageBreak(false);
  $pdf->SetMargins(0, 0, 0);
  $pdf->setFontSubsetting(true);
  foreach ($names as $name) $pdf->AddFont($name, '', $folder . $name . '.php');
  $pdf->AddPage();
  foreach ($content['lines'] as $line) {
    $pdf->SetFont($names[$line['face']], '', $line['size']);
    $pdf->SetTextColor(...rgb($line['color']));
    $pdf->Text($line['x'], $line['y'], $line['text'], false, false, true, 0, 0, '', false, '', 0, false, 'L');
  }
  foreach ($content['ornament'] as $line) {
    $pdf->PolyLine(array_merge(...$line['points']), '', ['all' => ['width' => $line['weight'], 'color' => rgb($line['color'])]]);
  }
  $code = $content['code'];
  $pdf->write2DBarcode($code['text'], 'QRCODE,M', $code['x'], $code['y'], $code['size'], $code['size'], ['padding' => 0]);
  $rule = $content['rule'];
  $pdf->Line($rule['x'], $rule['y'], $rule['x'] + $rule['width'], $rule['y'], ['width' => 0.5, 'color' => rgb($rule['color'])]);
  return $pdf->Output('certificate.pdf', 'S');
}
function seconds() {
  $usage = getrusage();
  return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec'] + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
}
// The first is not counted, as it is not for the others.
$bytes = strlen(certificate($asked['certificates'][0], $names, $folder));
$began = seconds();
foreach ($asked['certificates'] as $content) certificate($content, $names, $folder);
echo json_encode(['seconds' => seconds() - $began, 'bytes' => $bytes]);

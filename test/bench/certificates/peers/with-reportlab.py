"""Prints the certificates that it reads as JSON, and tells the processor time of that and the size of one."""
import io, json, sys, time
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

asked = json.load(sys.stdin)
for face, path in asked['fonts'].items():
    pdfmetrics.registerFont(TTFont(face, path))

def certificate(content):
    out, height = io.BytesIO(), content['height']
    canvas = Canvas(out, pagesize=(content['width'], height), pageCompression=1)
    for line in content['lines']:
        canvas.setFont(line['face'], line['size'])
        canvas.setFillColor(HexColor(line['color']))
        canvas.drawString(line['x'], height - line['y'], line['text'])
    for line in content['ornament']:
        canvas.setStrokeColor(HexColor(line['color']))
        canvas.setLineWidth(line['weight'])
        path = canvas.beginPath()
        for index, (x, y) in enumerate(line['points']):
            (path.lineTo if index else path.moveTo)(x, height - y)
        canvas.drawPath(path)
    code = content['code']
    drawing = Drawing(code['size'], code['size'])
    drawing.add(QrCodeWidget(code['text'], barLevel='M', barWidth=code['size'], barHeight=code['size'], barBorder=0))
    renderPDF.draw(drawing, canvas, code['x'], height - code['y'] - code['size'])
    rule = content['rule']
    canvas.setLineWidth(0.5)
    canvas.line(rule['x'], height - rule['y'], rule['x'] + rule['width'], height - rule['y'])
    canvas.save()
    return out.getvalue()

# The first is not counted, as it is not for the others.
size = len(certificate(asked['certificates'][0]))
began = time.process_time()
for content in asked['certificates']:
    certificate(content)
print(json.dumps({'seconds': time.process_time() - began, 'bytes': size}))

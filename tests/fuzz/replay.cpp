// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the inputs that are kept to one parser, where nothing is to be searched for: in each ordinary build.
#include "tests/fuzz/fuzzing.h"

#include <QDirIterator>

int main(int argc, char **argv)
{
    int shown = 0;
    for (int i = 1; i < argc; ++i) {
        const QString path = QString::fromLocal8Bit(argv[i]);
        QDirIterator files(path, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly)) {
                std::fprintf(stderr, "cannot read %s\n", qPrintable(file.fileName()));
                return 1;
            }
            const QByteArray bytes = file.readAll();
            (void)LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size()));
            ++shown;
        }
    }
    std::printf("%d inputs\n", shown);
    return shown > 0 ? 0 : 1;
}

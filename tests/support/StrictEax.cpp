// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/StrictEax.h"

#include <QtEndian>

#include <nettle/aes.h>
#include <nettle/eax.h>

namespace portlight {

namespace {

const uint8_t *in(const QByteArray &bytes)
{
    return reinterpret_cast<const uint8_t *>(bytes.constData());
}

uint8_t *out(QByteArray &bytes)
{
    return reinterpret_cast<uint8_t *>(bytes.data());
}

/// A cipher of nettle's, in its C way.
struct Cipher
{
    aes128_ctx small{};
    aes256_ctx large{};
    const void *key = nullptr;
    nettle_cipher_func *encrypt = nullptr;

    explicit Cipher(const QByteArray &bytes)
    {
        if (bytes.size() == 16) {
            aes128_set_encrypt_key(&small, in(bytes));
            key = &small;
            encrypt = reinterpret_cast<nettle_cipher_func *>(aes128_encrypt);
        } else {
            aes256_set_encrypt_key(&large, in(bytes));
            key = &large;
            encrypt = reinterpret_cast<nettle_cipher_func *>(aes256_encrypt);
        }
    }
};

} // namespace

std::pair<QByteArray, QByteArray> StrictEax::crypt(bool encrypt, const QByteArray &length, const QByteArray &text)
{
    const Cipher cipher(m_key);
    eax_key key{};
    eax_ctx context{};
    eax_set_key(&key, cipher.key, cipher.encrypt);
    eax_set_nonce(&context, &key, cipher.key, cipher.encrypt, size_t(m_counter.size()), in(m_counter));
    eax_update(&context, &key, cipher.key, cipher.encrypt, size_t(length.size()), in(length));
    QByteArray result(text.size(), '\0');
    if (encrypt)
        eax_encrypt(&context, &key, cipher.key, cipher.encrypt, size_t(text.size()), out(result), in(text));
    else
        eax_decrypt(&context, &key, cipher.key, cipher.encrypt, size_t(text.size()), out(result), in(text));
    QByteArray mac(macSize, '\0');
    eax_digest(&context, &key, cipher.key, cipher.encrypt, size_t(macSize), out(mac));
    for (char &digit : m_counter) {
        digit = char(quint8(digit) + 1);
        if (digit != 0)
            break;
    }
    return {result, mac};
}

QByteArray StrictEax::seal(const QByteArray &plain)
{
    QByteArray length(2, '\0');
    qToBigEndian(quint16(plain.size()), length.data());
    const auto [text, mac] = crypt(true, length, plain);
    return length + text + mac;
}

std::optional<QByteArray> StrictEax::open(const QByteArray &length, const QByteArray &sealed)
{
    const auto [text, mac] = crypt(false, length, sealed.chopped(macSize));
    if (sealed.last(macSize) != mac)
        return std::nullopt;
    return text;
}

} // namespace portlight

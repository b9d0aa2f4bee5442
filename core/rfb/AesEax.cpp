// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/AesEax.h"

#include "rfb/OpenSslPointer.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <array>

namespace portlight::rfb {

namespace {

using Mac = OpenSslPointer<EVP_MAC, EVP_MAC_free>;
using MacContext = OpenSslPointer<EVP_MAC_CTX, EVP_MAC_CTX_free>;
using CipherContext = OpenSslPointer<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

} // namespace

AesEax::AesEax(QByteArray key)
    : m_key(std::move(key))
{
    Q_ASSERT(m_key.size() == 16 || m_key.size() == 32);
}

/// CMAC of the number as a whole block, then of the bytes.
QByteArray AesEax::omac(char number, QByteArrayView bytes) const
{
    static const Mac algorithm(EVP_MAC_fetch(nullptr, "CMAC", nullptr));
    const MacContext context(EVP_MAC_CTX_new(algorithm.get()));
    std::array<char, 12> cipher{"AES-128-CBC"};
    if (m_key.size() == 32)
        cipher = {"AES-256-CBC"};
    const std::array parameters{OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_CIPHER, cipher.data(), 0),
                                OSSL_PARAM_construct_end()};
    QByteArray block(macSize, '\0');
    block.back() = number;
    QByteArray result(macSize, '\0');
    size_t size = 0;
    EVP_MAC_init(context.get(), raw(m_key), size_t(m_key.size()), parameters.data());
    EVP_MAC_update(context.get(), raw(block), size_t(block.size()));
    EVP_MAC_update(context.get(), raw(bytes), size_t(bytes.size()));
    EVP_MAC_final(context.get(), reinterpret_cast<unsigned char *>(result.data()), &size, size_t(result.size()));
    return result;
}

QByteArray AesEax::counterMode(QByteArrayView bytes, const QByteArray &start) const
{
    const CipherContext context(EVP_CIPHER_CTX_new());
    EVP_EncryptInit_ex2(context.get(), m_key.size() == 32 ? EVP_aes_256_ctr() : EVP_aes_128_ctr(), raw(m_key),
                        raw(start), nullptr);
    QByteArray result(bytes.size(), '\0');
    int size = 0;
    EVP_EncryptUpdate(context.get(), reinterpret_cast<unsigned char *>(result.data()), &size, raw(bytes),
                      int(bytes.size()));
    return result;
}

QByteArray AesEax::mac(const QByteArray &nonceMac, QByteArrayView header, QByteArrayView encrypted) const
{
    QByteArray result = omac(2, encrypted);
    const QByteArray headerMac = omac(1, header);
    for (qsizetype i = 0; i < macSize; ++i)
        result[i] = char(result.at(i) ^ nonceMac.at(i) ^ headerMac.at(i));
    return result;
}

QByteArray AesEax::encrypt(QByteArrayView nonce, QByteArrayView header, QByteArrayView plain) const
{
    const QByteArray nonceMac = omac(0, nonce);
    const QByteArray encrypted = counterMode(plain, nonceMac);
    return encrypted + mac(nonceMac, header, encrypted);
}

std::optional<QByteArray> AesEax::decrypt(QByteArrayView nonce, QByteArrayView header, QByteArrayView sealed) const
{
    Q_ASSERT(sealed.size() >= macSize);
    const QByteArrayView encrypted = sealed.chopped(macSize);
    const QByteArray nonceMac = omac(0, nonce);
    if (CRYPTO_memcmp(mac(nonceMac, header, encrypted).constData(), sealed.last(macSize).data(), macSize) != 0)
        return std::nullopt;
    return counterMode(encrypted, nonceMac);
}

} // namespace portlight::rfb

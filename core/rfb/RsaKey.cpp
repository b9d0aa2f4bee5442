// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/RsaKey.h"

#include "rfb/BigNumber.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

namespace portlight::rfb {

namespace {

using Key = OpenSslPointer<EVP_PKEY, EVP_PKEY_free>;
using KeyContext = OpenSslPointer<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using ParameterBuilder = OpenSslPointer<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using Parameters = OpenSslPointer<OSSL_PARAM, OSSL_PARAM_free>;

/// OpenSSL takes numbers with which nothing is encrypted.
bool canBeKey(const BIGNUM *modulus, const BIGNUM *exponent)
{
    return BN_is_odd(modulus) && BN_is_odd(exponent) && !BN_is_one(exponent) && BN_cmp(exponent, modulus) < 0;
}

Key keyOf(const RsaPublicKey &numbers)
{
    const BigNumber modulus = bigNumber(numbers.modulus);
    const BigNumber exponent = bigNumber(numbers.exponent);
    if (!canBeKey(modulus.get(), exponent.get()))
        return nullptr;
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY *key = nullptr;
    if (EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    return Key(key);
}

using Start = int (*)(EVP_PKEY_CTX *);
using Work = int (*)(EVP_PKEY_CTX *, unsigned char *, size_t *, const unsigned char *, size_t);

std::optional<QByteArray> worked(EVP_PKEY *key, Start start, Work work, QByteArrayView input)
{
    const KeyContext context(EVP_PKEY_CTX_new(key, nullptr));
    const auto *const bytes = reinterpret_cast<const unsigned char *>(input.data());
    const auto size = size_t(input.size());
    size_t resultSize = 0;
    if (start(context.get()) != 1 || EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) != 1 ||
        work(context.get(), nullptr, &resultSize, bytes, size) != 1)
        return std::nullopt;
    QByteArray result(qsizetype(resultSize), '\0');
    if (work(context.get(), reinterpret_cast<unsigned char *>(result.data()), &resultSize, bytes, size) != 1)
        return std::nullopt;
    result.resize(qsizetype(resultSize));
    return result;
}

QByteArray number(EVP_PKEY *key, const char *name, qsizetype size)
{
    BIGNUM *value = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &value) != 1)
        return {};
    return numberBytes(BigNumber(value).get(), size);
}

} // namespace

int RsaPublicKey::bits() const
{
    return BN_num_bits(bigNumber(modulus).get());
}

std::optional<QByteArray> RsaPublicKey::encrypt(QByteArrayView message) const
{
    const Key key = keyOf(*this);
    std::optional<QByteArray> result;
    if (key)
        result = worked(key.get(), EVP_PKEY_encrypt_init, EVP_PKEY_encrypt, message);
    ERR_clear_error();
    if (result && result->size() < modulus.size())
        result->prepend(modulus.size() - result->size(), '\0');
    return result;
}

struct RsaKey::Private
{
    Key key;
};

RsaKey::RsaKey(int bits)
    : m_private(std::make_unique<Private>(Private{Key(EVP_RSA_gen(size_t(bits)))}))
{
    const qsizetype size = (bits + 7) / 8;
    m_public.modulus = number(m_private->key.get(), OSSL_PKEY_PARAM_RSA_N, size);
    m_public.exponent = number(m_private->key.get(), OSSL_PKEY_PARAM_RSA_E, size);
}

RsaKey::~RsaKey() = default;

std::optional<QByteArray> RsaKey::decrypt(QByteArrayView encrypted) const
{
    std::optional<QByteArray> result = worked(m_private->key.get(), EVP_PKEY_decrypt_init, EVP_PKEY_decrypt, encrypted);
    ERR_clear_error();
    return result;
}

} // namespace portlight::rfb
